import type { NamePool } from './types.ts';

export const inNames: NamePool[] = [
  { weight: 18, w: 'Shalini Ritu Neha Pallavi Garima Vandana Kiran', m: 'Abhishek Manish Saurabh Alok Vikas Pranav Gaurav', family: 'Tiwari Srivastava Agarwal Chaturvedi Rastogi Saxena Bajpai', speaks: ['hi'] },
  { weight: 16, w: 'Lakshmi Kavitha Revathi Janani Meenakshi Sudha', m: 'Karthik Senthil Raghavan Murali Ganesh Ashwin', family: 'Subramanian Narayanan Iyengar Sundaram Ramachandran Thangavel', speaks: ['ta'] },
  { weight: 16, w: 'Chaitra Sushma Deepa Soumya Roopa', m: 'Manjunath Girish Prashanth Naveen Chetan', family: 'Hegde Gowda Kamath Shenoy Bhat Urs', speaks: ['kn', 'hi'] },
  { weight: 12, w: 'Anwesha Moumita Debjani Sohini Paromita', m: 'Arnab Subhro Anirban Kaushik Dipankar', family: 'Mukherjee Chatterjee Bhaduri Sengupta Ghoshal Majumdar', speaks: ['bn', 'hi'] },
  { weight: 10, w: 'Anagha Mrunal Ketaki Sayali Gauri', m: 'Omkar Chinmay Sameer Tushar Ninad', family: 'Kulkarni Joglekar Patankar Sathe Gokhale Bhave', speaks: ['mr', 'hi'] },
  { weight: 8, w: 'Anitha Lekha Parvathy Reshma', m: 'Vishnu Jithin Sreejith Anoop', family: 'Nambiar Kurup Menon Panicker Warrier', speaks: ['ml'] },
  { weight: 8, w: 'Harleen Simran Gurpreet Jasleen', m: 'Gurbir Harjit Manpreet Jaspal', family: 'Sandhu Dhaliwal Gill Bedi Sekhon', speaks: ['pa', 'hi'], turban: 0.75 },
  { weight: 8, w: 'Zehra Sabiha Nazneen Shireen', m: 'Faizan Aslam Nadeem Irfan', family: 'Ansari Kazmi Mirza Rizvi Shaikh', speaks: ['ur', 'hi'], headscarf: 0.4 },
  { weight: 6, w: 'Hetal Jigna Foram', m: 'Parth Jignesh Chirag', family: 'Trivedi Desai Parekh Shukla Vyas', speaks: ['gu', 'hi'] },
  { weight: 6, w: 'Sanjana Mounika Swathi', m: 'Srikanth Chaitanya Phanindra', family: 'Reddy Kondapalli Vemuri Yerramilli', speaks: ['te'] },
  { weight: 5, w: 'Glenda Sharon Avril', m: 'Savio Melwyn Joel', family: 'Fernandes Rebello Pinto Saldanha', speaks: ['kok'] },
];
